// What script adds to the search page: a range of days by dragging over bars, and recent searches,
// which never leave this browser.
"use strict";
(() => {
  const KEY = "soten.recent";
  const recent = () => {
    try { return JSON.parse(localStorage.getItem(KEY) || "[]"); } catch { return []; }
  };
  const list = document.getElementById("recent");
  const offer = () => {
    if (!list) return;
    list.replaceChildren(...recent().map((words) => {
      const option = document.createElement("option");
      option.value = words;
      return option;
    }));
  };
  const remember = (words) => {
    if (!words || words.length < 2) return;
    const kept = [words, ...recent().filter((one) => one !== words)].slice(0, 12);
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* a browser that keeps nothing */ }
  };
  offer();
  remember(new URLSearchParams(location.search).get("q"));
  document.querySelector(".seek")?.addEventListener("submit", (event) => {
    remember(event.target.querySelector("[name=q]").value.trim());
    offer();
  });

  let first = null;
  const bar = (event) => event.target.closest?.(".bars a[data-since]");
  document.addEventListener("dragstart", (event) => { if (bar(event)) event.preventDefault(); });
  document.addEventListener("pointerdown", (event) => { first = bar(event); });
  document.addEventListener("pointerover", (event) => {
    const last = bar(event);
    if (!first || !last) return;
    const all = [...first.closest("svg").querySelectorAll("a[data-since]")];
    const [from, to] = [all.indexOf(first), all.indexOf(last)].sort((a, b) => a - b);
    all.forEach((one, at) => one.classList.toggle("chosen", at >= from && at <= to));
  });
  document.addEventListener("pointerup", (event) => {
    const last = bar(event);
    if (first && last && first !== last) {
      const [from, to] = [first, last].sort((a, b) => (a.dataset.since < b.dataset.since ? -1 : 1));
      const address = first.closest("svg").dataset.address;
      location.assign(address.replace("SINCE", from.dataset.since).replace("UNTIL", to.dataset.until));
    }
    first = null;
  });
})();
