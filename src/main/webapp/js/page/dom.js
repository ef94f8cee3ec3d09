// The only ways in which this page changes what is on it: each touches the document where something differs, and
// none reads what it is given as markup.

export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

/** The parts of a tile or row that change, by the name they have in index.html. */
export function cellsOf(root) {
  const cells = {};
  for (const node of root.querySelectorAll('[data-cell]')) {
    cells[node.dataset.cell] = node;
  }
  return cells;
}

/** A new copy of what a template in index.html holds. */
export function copyOf(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

/** Shows how two sides compare: `left` and `right` are percentages, what is missing to 100 stays empty between them. */
export function setBalance(bar, left, right, words) {
  setCustomProperty(bar, '--left', `${left}%`);
  setCustomProperty(bar, '--right', `${right}%`);
  setAttribute(bar, 'aria-label', words);
}

/** Through the object model, because the page's policy forbids style attributes. */
export function setCustomProperty(node, name, value) {
  if (node.style.getPropertyValue(name) !== value) {
    node.style.setProperty(name, value);
  }
}

/** However often the answer is called, `draw` runs once per animation frame, and not at all in a hidden tab. */
export function oncePerAnimationFrame(draw) {
  let due = false;
  return () => {
    if (!due) {
      due = true;
      requestAnimationFrame(() => {
        due = false;
        draw();
      });
    }
  };
}
