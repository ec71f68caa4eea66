// What script adds to pages that work without it: chips that open on hover, a theme that applies
// at once, and keys (/ search, j k lines, ? help, Esc close).
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");

  for (const select of document.querySelectorAll(".theme select")) {
    select.addEventListener("change", () => {
      root.dataset.theme = select.value;
      document.cookie = `soten_theme=${select.value}; path=/; max-age=31536000; samesite=lax`;
    });
  }

  if (matchMedia("(max-width: 40rem)").matches) {
    for (const box of document.querySelectorAll(".narrowing")) {
      if (!location.search) box.open = false;
    }
  }

  const closeChips = (but) => {
    for (const chip of document.querySelectorAll("details.chip[open]")) {
      if (chip !== but) chip.open = false;
    }
  };
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details.chip") && event.target.open) closeChips(event.target);
  }, true);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("details.chip")) closeChips(null);
  });

  const isTyping = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Lines are those of the page's first kind of list that has any.
  const KINDS = [
    "main .lines > li", "main article", "main tbody > tr", "main ol > li, main ul:is(.plain, .spots) > li", "main dl > div",
  ];
  const lines = () => {
    for (const kind of KINDS) {
      const all = [...document.querySelectorAll(kind)].filter((one) => one.getClientRects().length);
      if (all.length) return all;
    }
    return [];
  };
  let at = -1;
  const go = (step) => {
    const all = lines();
    if (!all.length) return;
    const here = all.findIndex((one) => one.contains(document.activeElement));
    if (here >= 0) at = here;
    at = Math.min(all.length - 1, Math.max(0, at + step));
    if (!all[at].hasAttribute("tabindex")) all[at].tabIndex = -1;
    all[at].focus();
    all[at].scrollIntoView({ block: "nearest" });
  };
  const search = () => {
    const box = document.querySelector(".narrowing");
    const field = document.querySelector("main input[type=search], main .filters input, main form[method=get] input:not([type=hidden])");
    if (!field) { location.assign("/search"); return; }
    if (box?.contains(field)) box.open = true;
    field.focus();
    field.select?.();
  };

  // The browser itself closes a dialog by Escape and gives the focus back.
  const help = document.getElementById("keyhelp");
  const opener = document.getElementById("keyhelp-open");
  const showHelp = () => { if (help?.showModal && !help.open) { closeChips(null); help.showModal(); } };
  if (opener && help?.showModal) {
    opener.hidden = false;
    opener.addEventListener("click", showHelp);
    help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.querySelector("details.chip[open] > summary");
      const within = open?.parentElement.contains(document.activeElement);
      closeChips(null);
      if (within) open.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || help?.open || isTyping(event.target)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); search(); }
    else if (event.key === "?") { event.preventDefault(); showHelp(); }
    else if (event.key === "Enter" && event.target.matches("li, tr, article, div")) {
      const chip = event.target.querySelector("details.chip");
      if (chip) { event.preventDefault(); chip.open = !chip.open; }
    }
  });
})();
