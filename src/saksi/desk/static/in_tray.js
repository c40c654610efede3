// What is pasted outside of a field, or dropped anywhere, goes into the form of the in-tray, which asks before it is read; and
// the page of a reading that goes on is brought up to date. Without scripts the form has a page of its own, which reloads.
const form = document.querySelector("form[data-read]");
const asks = form.closest("dialog");
const words = form.elements.text;
const files = form.elements.files;
const POLL_MS = 1500;
let ownDrag = false; // what is dragged began on this page

function ask() {
  if (asks && !asks.open) asks.showModal();
  form.querySelector("button").focus();
}

function takeFiles(list) {
  if (!list.length) return false;
  files.files = list;
  ask();
  return true;
}

function takeWords(text) {
  if (!text.trim()) return;
  words.value = text;
  ask();
}

function inField(element) {
  return element.closest("input, textarea, select, [contenteditable]") !== null;
}

addEventListener("paste", (event) => {
  if (inField(event.target) || document.querySelector("dialog[open]:not([data-asks])")) return;
  event.preventDefault();
  if (!takeFiles(event.clipboardData.files)) takeWords(event.clipboardData.getData("text/plain"));
});

addEventListener("dragstart", () => { ownDrag = true; });
addEventListener("dragend", () => { ownDrag = false; });
addEventListener("dragover", (event) => {
  if (!ownDrag && !inField(event.target)) event.preventDefault();
});
addEventListener("drop", (event) => {
  if (ownDrag || inField(event.target)) return;
  event.preventDefault();
  const carried = event.dataTransfer;
  if (!takeFiles(carried.files)) takeWords(carried.getData("text/uri-list") || carried.getData("text/plain"));
});
asks?.querySelector("[data-shut]").addEventListener("click", () => asks.close());

async function bringUpToDate() {
  const shown = document.getElementById("progress");
  if (!shown?.hasAttribute("data-running")) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.ok) {
    const told = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("progress");
    const held = shown.contains(document.activeElement);
    if (told) shown.replaceWith(document.adoptNode(told));
    if (held) (document.querySelector("#progress button, #progress a") ?? document.getElementById("main")).focus();
  }
  setTimeout(bringUpToDate, POLL_MS);
}
setTimeout(bringUpToDate, POLL_MS);
