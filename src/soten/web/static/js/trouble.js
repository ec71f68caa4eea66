// Requests that script makes: a word when one takes long, and when one fails what happened and a
// button that tries again. What stood on the page stays.
"use strict";
(() => {
  const bar = document.getElementById("trouble");
  if (!bar) return;
  let slow = 0;
  const tell = (words, again) => {
    clearTimeout(slow);
    bar.replaceChildren(document.createTextNode(words));
    if (!again) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = bar.dataset.again;
    button.addEventListener("click", () => { tell("", null); again(); });
    bar.append(" ", button);
  };
  const again = (event) => {
    const { elt, requestConfig } = event.detail;
    const submitter = requestConfig?.triggeringEvent?.submitter ?? null;
    return () => {
      if (elt.requestSubmit) elt.requestSubmit(submitter?.form === elt ? submitter : null);
      else location.reload();
    };
  };
  document.addEventListener("htmx:beforeRequest", () => {
    clearTimeout(slow);
    slow = setTimeout(() => tell(bar.dataset.slow, null), 600);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    clearTimeout(slow);
    if (event.detail.successful) tell("", null);
  });
  const lost = (event) => tell(bar.dataset.lost, again(event));
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);
  document.addEventListener("htmx:responseError", (event) => tell(bar.dataset.refused, again(event)));
})();
