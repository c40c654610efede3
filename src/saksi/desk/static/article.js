// Conveniences for a pointer on the page of an article. Everything works without this file:
// the references in the text and the names in the list are plain links.
"use strict";

const reading = document.querySelector(".reading");
const list = document.querySelector(".beside-text");
const MARKED = /^[pourca](\d+)$/;

// The numbers of the statements whose marks lie over a piece of text.
function numbersOf(piece) {
  return [...piece.classList].map((name) => MARKED.exec(name)).filter(Boolean).map((found) => Number(found[1]));
}

// The innermost statement at a piece: the one with the fewest pieces of text.
function innermost(piece) {
  const size = (number) => reading.querySelectorAll(`.c${number}`).length;
  return numbersOf(piece).sort((a, b) => size(a) - size(b))[0];
}

// Scrolls the list alone, never the page, until the card is to be seen.
function bringIntoView(card) {
  if (!card || list.scrollHeight <= list.clientHeight) return;
  const frame = list.getBoundingClientRect();
  const box = card.getBoundingClientRect();
  if (box.top < frame.top + 48 || box.bottom > Math.min(frame.bottom, innerHeight)) {
    list.scrollTop += box.top - frame.top - frame.height / 3;
  }
}

function cardOf(number) {
  return number === undefined ? null : reading.querySelector(`.card.n${number}`);
}

function selecting() {
  return !document.getSelection().isCollapsed;
}

reading.addEventListener("mouseover", (event) => {
  const piece = event.target.closest("article span[class]");
  if (piece) bringIntoView(cardOf(innermost(piece)));
});

reading.addEventListener("click", (event) => {
  if (event.target.closest("a") || selecting()) return;
  const piece = event.target.closest("article span[class]");
  const card = event.target.closest(".card");
  if (card) {
    card.querySelector("a.who").click();
  } else if (piece) {
    const shown = cardOf(innermost(piece));
    if (shown) location.hash = `m-${shown.id.slice(2)}`;
  }
});

addEventListener("hashchange", () => {
  const found = location.hash.startsWith("#m-") ? document.getElementById(`s-${location.hash.slice(3)}`) : null;
  bringIntoView(found);
});

bringIntoView(document.querySelector(".card.chosen"));
