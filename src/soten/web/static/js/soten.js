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

  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]");
  const lines = () => [...document.querySelectorAll(".lines > li")];
  let at = -1;
  const go = (step) => {
    const all = lines();
    if (!all.length) return;
    const here = all.indexOf(document.activeElement?.closest(".lines > li"));
    if (here >= 0) at = here;
    at = Math.min(all.length - 1, Math.max(0, at + step));
    all[at].tabIndex = -1;
    all[at].focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { closeChips(null); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") {
      const field = document.querySelector("input[type=search], .filters input");
      if (field) { event.preventDefault(); field.focus(); }
    }
  });
})();
