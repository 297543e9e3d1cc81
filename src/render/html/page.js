"use strict";
(() => {
  // Marks say their figures in a box of our own: at once, and on a touch.
  const box = document.createElement("div");
  box.className = "tip";
  box.hidden = true;
  document.body.append(box);
  const show = (event) => {
    const mark = event.target.closest && event.target.closest("[data-tip]");
    box.hidden = !mark;
    if (!mark) return;
    box.textContent = mark.dataset.tip;
    const room = document.documentElement.clientWidth;
    const left = Math.min(event.clientX + 12, room - box.offsetWidth - 8);
    const above = event.clientY - box.offsetHeight - 12;
    box.style.left = `${Math.max(left, 8)}px`;
    box.style.top = `${above < 8 ? event.clientY + 16 : above}px`;
  };
  document.addEventListener("pointermove", show);
  document.addEventListener("pointerdown", show);
  document.addEventListener("scroll", () => { box.hidden = true; }, { passive: true });

  // One button opens and closes all that is folded.
  let folded = [];
  const button = document.createElement("button");
  button.type = "button";
  const label = () => {
    button.textContent = folded.every((one) => one.open) ? "Close all details" : "Open all details";
  };
  button.addEventListener("click", () => {
    const open = !folded.every((one) => one.open);
    for (const one of folded) one.open = open;
    label();
  });

  // Sections that a page has, and those that a living page puts in their place.
  const dress = () => {
    for (const title of document.querySelectorAll("svg.zopa * > title")) {
      title.parentNode.dataset.tip = title.textContent;
      title.remove();
    }
    folded = [...document.querySelectorAll("main details")];
    for (const one of folded) one.addEventListener("toggle", label);
    button.hidden = folded.length === 0;
    label();
  };
  dress();
  if (folded.length) document.querySelector("nav")?.append(button);
  document.addEventListener("zopa:told", dress);
})();
