// Lights statements up on the page of an article, in its text and in its list: under the pointer, at the keyboard's
// focus, or as chosen by the address. Where scripts are off, the style sheet of `lights.py` does the same, slower.
"use strict";

const reading = document.querySelector(".reading");
const list = document.querySelector(".beside-text");
const MARKED = /^([poucra])(\d+)$/;

// statement number -> [element, class that lights it]; the card first
const parts = new Map();
for (const card of reading.querySelectorAll(".card")) {
  parts.set(numberOf(card, "n"), [[card, "lit"]]);
}
for (const piece of reading.querySelectorAll("article span[class]")) {
  for (const [letter, number] of marksOf(piece)) parts.get(number).push([piece, `lit-${letter}`]);
}

let pointed = [];
let focused = [];
let lit = [];

function marksOf(piece) {
  return [...piece.classList].map((name) => MARKED.exec(name)).filter(Boolean).map(([, letter, digits]) => [letter, Number(digits)]);
}

function numberOf(element, letter) {
  const found = [...element.classList].find((name) => name[0] === letter && /^\d+$/.test(name.slice(1)));
  return found === undefined ? undefined : Number(found.slice(1));
}

// The statements that an element of the page belongs to: those of a card, of a reference or of a piece of text.
function numbersAt(element) {
  const card = element.closest(".card");
  if (card) return [numberOf(card, "n")];
  const reference = element.closest(".reference:not(.clash)");
  if (reference) return [numberOf(reference, "f")];
  const piece = element.closest("article span[class]");
  return piece ? [...new Set(marksOf(piece).map(([, number]) => number))] : [];
}

// What the fragment of the address points at, else what the server chose.
function chosen() {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const numbers = target && reading.contains(target) ? numbersAt(target) : [];
  const card = reading.querySelector(".card.chosen");
  return numbers.length || !card ? numbers : [numberOf(card, "n")];
}

function show() {
  for (const number of lit) for (const [element, name] of parts.get(number)) element.classList.remove(name);
  lit = [pointed, focused, chosen()].find((numbers) => numbers.length) ?? [];
  for (const number of lit) for (const [element, name] of parts.get(number)) element.classList.add(name);
}

// The one with the fewest pieces: a statement inside a statement.
function innermost(numbers) {
  return [...numbers].sort((a, b) => parts.get(a).length - parts.get(b).length)[0];
}

// Scrolls the list alone, never the page, until the card is to be seen.
function bringIntoView(number) {
  if (number === undefined || list.scrollHeight <= list.clientHeight) return;
  const frame = list.getBoundingClientRect();
  const box = parts.get(number)[0][0].getBoundingClientRect();
  if (box.top < frame.top + 48 || box.bottom > Math.min(frame.bottom, innerHeight)) {
    list.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

reading.addEventListener("mouseover", (event) => {
  pointed = numbersAt(event.target);
  show();
  if (!list.contains(event.target)) bringIntoView(innermost(pointed));
});
reading.addEventListener("mouseleave", () => { pointed = []; show(); });
reading.addEventListener("focusin", (event) => { focused = numbersAt(event.target); show(); });
reading.addEventListener("focusout", () => { focused = []; show(); });
addEventListener("hashchange", () => { show(); bringIntoView(innermost(lit)); });

// The other places of a name, while the pointer or the focus is on one of them or on its entry in the list below the text.
const named = new Map();
for (const piece of reading.querySelectorAll(".text .mention")) {
  for (const name of piece.classList) if (/^e\d+$/.test(name)) named.set(name, [...(named.get(name) ?? []), piece]);
}

function nameAt(element) {
  const entry = element.closest("[data-entity]");
  if (entry) return `e${entry.dataset.entity}`;
  const piece = element.closest(".text .mention");
  return piece ? [...piece.classList].find((name) => /^e\d+$/.test(name)) : undefined;
}

function showName(element) {
  for (const piece of reading.querySelectorAll(".lit-e")) piece.classList.remove("lit-e");
  const places = named.get(element && nameAt(element)) ?? [];
  if (places.length > 1 || element?.closest("[data-entity]")) for (const piece of places) piece.classList.add("lit-e");
}

reading.addEventListener("mouseover", (event) => showName(event.target));
reading.addEventListener("mouseleave", () => showName(null));
reading.addEventListener("focusin", (event) => showName(event.target));

// A click on a card or on marked words goes to the statement in the text, unless words are being selected.
reading.addEventListener("click", (event) => {
  if (event.target.closest("a, summary") || !document.getSelection().isCollapsed) return;
  const number = innermost(numbersAt(event.target));
  if (number !== undefined) location.hash = `m-${parts.get(number)[0][0].id.slice(2)}`;
});

show();
bringIntoView(innermost(lit));
