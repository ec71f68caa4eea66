// One key a decision (a r c m s u), on the line that has the focus or else the first; what was
// decided is told in its place and the next line takes the focus. Without script the forms do it.
"use strict";
(() => {
  const dues = () => [...document.querySelectorAll("li.due")].filter((one) => one.querySelector("form.decide"));
  const focused = () => document.activeElement?.closest?.("li.due");
  const bulk = document.getElementById("bulk");

  const count = () => {
    const out = document.getElementById("picked");
    if (!out) return;
    const n = document.querySelectorAll("input[name=pick]:checked").length;
    out.value = n ? `${n} ${out.dataset.words}` : "";
  };
  if (bulk) {
    for (const one of bulk.querySelectorAll(".scripted-only")) one.hidden = false;
    document.addEventListener("change", (event) => {
      if (event.target.id === "pick-all") {
        for (const box of document.querySelectorAll("input[name=pick]")) box.checked = event.target.checked;
      }
      count();
    });
  }

  const press = (key) => {
    const all = dues();
    const line = focused() ?? all[0] ?? document.querySelector("form.due");
    const found = line?.querySelector(`[data-key="${key}"]`);
    if (found) { found.focus(); found.click(); return true; }
    return false;
  };
  const undo = () => {
    const near = focused()?.querySelector('[data-key="u"]');
    const button = near ?? document.querySelector("#undo button") ?? document.querySelector('[data-key="u"]');
    button?.click();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "u") { event.preventDefault(); undo(); }
    else if ("arcms".includes(event.key) && press(event.key)) event.preventDefault();
  });

  // Logged out, not allowed, gone: the page itself tells. What else fails, trouble.js tells.
  document.addEventListener("htmx:responseError", (event) => {
    if ([401, 403, 404].includes(event.detail.xhr.status)) location.reload();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const line = event.detail.target.closest?.("li.due");
    if (!line) return;
    count();
    const told = document.getElementById("told");
    if (told) told.textContent = line.querySelector(".done p, .conflict p")?.textContent ?? "";
    if (line.querySelector(".conflict")) { line.focus(); return; }
    const all = [...document.querySelectorAll("li.due")];
    const next = all.slice(all.indexOf(line) + 1).find((one) => one.querySelector("form.decide"));
    (next ?? line).focus();
  });
})();
