// Words that are chosen in an article's text: on its own page they lead to the form for a missed statement, in a form they go
// into its fields. Without scripts they are copied by hand. A module, so that its names are its own.

const text = document.querySelector("[data-choose]");
const bar = document.querySelector("[data-use]");
const NOT_TEXT = ".reference, .label";
let words = "";
let near = 0;

// The text of a range as the article has it, without our own numbers and labels.
function plain(range) {
  const part = range.cloneContents();
  for (const own of part.querySelectorAll(NOT_TEXT)) own.remove();
  return part.textContent;
}

function within(paragraph, range) {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part;
}

// Takes up what is chosen now; false where that is nothing, or not of the text.
function takeUp() {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return false;
  const range = selection.getRangeAt(0);
  const paragraphs = [...text.querySelectorAll("p")];
  const here = paragraphs.filter((each) => range.intersectsNode(each));
  if (!here.length || !text.contains(range.startContainer)) return false;
  const before = document.createRange();
  before.selectNodeContents(here[0]);
  before.setEnd(range.startContainer, range.startOffset);
  const earlier = paragraphs.slice(0, paragraphs.indexOf(here[0])).map((each) => [...plain(within(each, wholeOf(each))).trim()].length + 2);
  near = earlier.reduce((sum, size) => sum + size, 0) + [...plain(before)].length;
  words = here.map((each) => plain(within(each, range)).trim()).filter(Boolean).join("\n\n");
  return words !== "";
}

function wholeOf(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

document.addEventListener("selectionchange", () => {
  if (bar.contains(document.activeElement) && !getSelection().isCollapsed) return;
  const chosen = takeUp();
  if (chosen || !bar.contains(document.activeElement)) bar.hidden = !chosen;
  const link = bar.querySelector("a[data-missed]");
  if (chosen && link) link.href = `${link.dataset.missed}?${new URLSearchParams({ quote: words, near })}`;
});

for (const button of bar.querySelectorAll("[data-into]")) {
  button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the words chosen
  button.addEventListener("click", () => {
    const field = document.querySelector(`main form [name="${button.dataset.into}"]`);
    field.value = words;
    if (button.dataset.into === "quote1" && field.form.elements.near) field.form.elements.near.value = near;
    field.focus();
    bar.hidden = true;
  });
}
