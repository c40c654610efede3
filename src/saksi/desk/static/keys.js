// Single keys: "/" to the search, j and k through what is listed, o opens, n and p turn pages, g and a letter goes to a
// room, "?" shows them all. They can be switched off, and are silent while somebody writes or holds a modifier.
"use strict";

const KEPT = "saksi_keys_off";
const sheet = document.getElementById("keys");
const off = document.getElementById("keys-off");
const ROOMS = Object.fromEntries([...document.querySelectorAll("[data-go]")].map((each) => [each.dataset.go, each.href]));
const more = document.querySelector(".more");
const LISTED = ".rows tbody tr, .sayings > li, .cards > li, .rivals";
const SECOND_MS = 1500; // how long g waits for its letter
let going = 0;
let place = -1;

off.checked = localStorage.getItem(KEPT) === "1";
off.addEventListener("change", () => localStorage.setItem(KEPT, off.checked ? "1" : "0"));
for (const opener of document.querySelectorAll("[data-keys]")) {
  opener.hidden = false;
  opener.addEventListener("click", () => sheet.showModal());
}

function writing(element) {
  return element.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
}

// Moves the focus to the first link of the next or the previous thing listed; true where there is one.
function step(by) {
  const listed = [...document.querySelectorAll(LISTED)].filter((each) => each.querySelector("a"));
  const here = listed.findIndex((each) => each.contains(document.activeElement));
  if (here >= 0) place = here;
  place = Math.max(0, Math.min(listed.length - 1, place + by));
  listed[place]?.querySelector("a").focus();
}

function turn(way) {
  document.querySelector(`.pages a[rel=${way}]`)?.click();
}

function search() {
  const field = document.querySelector("[data-search]");
  if (field) field.focus();
  else location.href = "/search";
}

const DOES = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  o: () => document.activeElement.closest("a")?.click(),
  n: () => turn("next"),
  p: () => turn("prev"),
  g: () => { going = Date.now(); },
  "?": () => sheet.showModal(),
};

// The menu shuts as menus do: by Escape, and by a click or a focus elsewhere.
function shutMore(back) {
  if (back && more.open && more.contains(document.activeElement)) more.querySelector("summary").focus();
  more.open = false;
}
for (const way of ["click", "focusin"]) addEventListener(way, (event) => { if (!more.contains(event.target)) shutMore(false); });

addEventListener("keydown", (event) => {
  if (event.key === "Escape") shutMore(true);
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || sheet.open || off.checked || writing(event.target)) return;
  const room = Date.now() - going < SECOND_MS ? ROOMS[event.key] : undefined;
  going = 0;
  if (room !== undefined) location.href = room;
  else if (Object.hasOwn(DOES, event.key)) DOES[event.key]();
  else return;
  event.preventDefault();
});
