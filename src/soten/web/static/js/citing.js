// "Copy as citation" copies in place; without script it is a link to the same line.
"use strict";
document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("a[data-cite]");
  if (!link || event.ctrlKey || event.metaKey || !navigator.clipboard) return;
  event.preventDefault();
  const answer = await fetch(link.href);
  const line = `${await answer.text()} ${new URL(link.dataset.cite, location.href)}`;
  await navigator.clipboard.writeText(line);
  const told = link.parentElement.querySelector("[data-copied]");
  if (told) told.textContent = told.dataset.copied;
});
