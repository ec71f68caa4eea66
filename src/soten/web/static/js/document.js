// What script adds to a marked text: layers that switch at once, the records of a place on hover,
// focus or tap, and links made from a selection. Without it, marks lead to the list beside the text.
"use strict";
(() => {
  const reader = document.getElementById("reader");
  const text = document.getElementById("text");
  const card = document.getElementById("card");
  if (!reader || !text || !card) return;

  // Layers ------------------------------------------------------------------------------
  const boxes = [...document.querySelectorAll(".layers input[type=checkbox]")];
  const kindOf = (element, among) => among.find((kind) => element.classList.contains(`k-${kind}`));
  const kinds = boxes.map((box) => box.value);
  const isOn = (kind) => !reader.classList.contains(`off-${kind}`);
  const show = () => {
    for (const box of boxes) reader.classList.toggle(`off-${box.value}`, !box.checked);
    for (const sign of text.querySelectorAll(".sign")) sign.hidden = !isOn(kindOf(sign, kinds));
    for (const word of text.querySelectorAll("a.m")) {
      const kind = ["mention", "wording", "date"].find((one) => word.classList.contains(`k-${one}`));
      if (kind && !isOn(kind)) word.tabIndex = -1;
      else word.removeAttribute("tabindex");
    }
    const address = new URL(location.href);
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    if (on.length === boxes.length) address.searchParams.delete("layer");
    else address.searchParams.set("layer", on.join(","));
    history.replaceState(null, "", address);
  };
  for (const box of boxes) box.addEventListener("change", () => { hide(); show(); });

  // Records of a place ------------------------------------------------------------------
  let pinned = null;
  let leaving = 0;
  const lit = (anchors) => {
    for (const one of text.querySelectorAll(".lit")) one.classList.remove("lit");
    if (!anchors.length) return;
    for (const mark of text.querySelectorAll("[data-r]")) {
      if (mark.dataset.r.split(" ").some((anchor) => anchors.includes(anchor))) mark.classList.add("lit");
    }
  };
  const anchorsOf = (mark) => mark.dataset.r.split(" ").filter((anchor) => {
    const entry = document.getElementById(anchor);
    return entry && isOn(kindOf(entry, kinds));
  });
  const hide = () => { card.hidden = true; pinned = null; lit([]); };
  const open = (mark) => {
    clearTimeout(leaving);
    const anchors = anchorsOf(mark);
    if (!anchors.length) { hide(); return; }
    const list = document.createElement("ul");
    for (const anchor of anchors) {
      const entry = document.getElementById(anchor).cloneNode(true);
      entry.removeAttribute("id");
      list.append(entry);
    }
    card.replaceChildren(list);
    card.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = Math.min(box.left + scrollX, scrollX + innerWidth - card.offsetWidth - 16);
    const below = box.bottom + card.offsetHeight + 16 < innerHeight;
    card.style.left = `${Math.max(8, left)}px`;
    card.style.top = `${below ? box.bottom + scrollY + 6 : Math.max(scrollY + 8, box.top + scrollY - card.offsetHeight - 6)}px`;
    lit(anchors);
  };
  const later = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => { if (!pinned) hide(); }, 250);
  };
  text.addEventListener("pointerover", (event) => {
    const mark = event.target.closest("[data-r]");
    if (mark && event.pointerType === "mouse" && !pinned && !hasSelection()) open(mark);
  });
  text.addEventListener("pointerout", later);
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", later);
  text.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[data-r]");
    if (mark && mark.matches(":focus-visible")) { pinned = null; open(mark); }
  });
  text.addEventListener("focusout", later);
  card.addEventListener("focusout", later);
  card.addEventListener("focusin", () => clearTimeout(leaving));
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-r]");
    if (!mark || hasSelection()) return;
    const leads = mark.matches("a.k-mention") && isOn("mention") && !event.target.closest(".sign");
    const tapped = matchMedia("(hover: none)").matches;
    if (leads && !tapped && !event.defaultPrevented) return;
    if (leads && pinned === mark) return;
    event.preventDefault();
    open(mark);
    pinned = mark;
    if (event.detail === 0) card.focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#text, #card")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || card.hidden) return;
    const back = pinned;
    const within = card.contains(document.activeElement);
    hide();
    if (back && within) back.focus();
  });

  // A link to what is selected ----------------------------------------------------------
  const bar = document.getElementById("selected");
  const hasSelection = () => {
    const chosen = getSelection();
    return chosen && !chosen.isCollapsed && text.contains(chosen.anchorNode);
  };
  const signsOf = (words) => [...words].length;
  const placeOf = (node, offset) => {
    if (node.nodeType !== Node.TEXT_NODE) {
      const next = node.childNodes[offset];
      if (next) {
        const found = next.nodeType === Node.TEXT_NODE ? next.parentElement : next;
        const mark = found.closest?.("[data-s]") || found.querySelector?.("[data-s]");
        if (mark) return Number(mark.dataset.s);
      }
      const marks = node.querySelectorAll ? [...node.querySelectorAll("[data-s]")] : [];
      const last = marks[marks.length - 1] || node.closest?.("[data-s]");
      return last ? Number(last.dataset.s) + lengthOf(last) : null;
    }
    const mark = node.parentElement.closest("[data-s]");
    if (!mark) return null;
    let at = Number(mark.dataset.s);
    for (const child of mark.childNodes) {
      if (child === node) return at + signsOf(node.data.slice(0, offset));
      if (child.contains(node)) return at;
      at += child.dataset?.w ? Number(child.dataset.w) : signsOf(child.textContent);
    }
    return at;
  };
  const lengthOf = (mark) => [...mark.childNodes].reduce(
    (sum, child) => sum + (child.dataset?.w ? Number(child.dataset.w) : signsOf(child.textContent)), 0);
  const offer = () => {
    if (!hasSelection()) { bar.hidden = true; return; }
    const range = getSelection().getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) { bar.hidden = true; return; }
    hide();
    const address = new URL(location.href);
    address.searchParams.set("at", `${start}-${end}`);
    address.searchParams.delete("part");
    address.hash = "at";
    bar.querySelector(".link").href = address;
    const add = bar.querySelector(".add");
    if (add) add.href = `/review/add?document=${encodeURIComponent(text.dataset.document)}&start=${start}&end=${end}`;
    bar.hidden = false;
    const box = range.getBoundingClientRect();
    bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 16)) + scrollX}px`;
    bar.style.top = `${box.bottom + scrollY + 6}px`;
  };
  document.addEventListener("selectionchange", () => { clearTimeout(offer.timer); offer.timer = setTimeout(offer, 150); });
})();
