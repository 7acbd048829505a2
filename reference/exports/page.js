
"use strict";
(() => {
  const COLOURS = ["#3b82f6", "#f59e0b", "#10b981", "#ef4444", "#8b5cf6", "#06b6d4", "#ec4899", "#84cc16", "#94a3b8"];
  const STATES = { Current: "#10b981", Outdated: "#f59e0b", Missing: "#ef4444", Unknown: "#94a3b8" };
  const root = document.documentElement;

  // One bar for each label, with its number behind it, in the colours of the page as it is now.
  function draw(canvas) {
    const { labels, values } = JSON.parse(canvas.dataset.chart);
    const style = getComputedStyle(root);
    const ink = style.getPropertyValue("--ink");
    const pen = canvas.getContext("2d");
    const width = canvas.clientWidth, scale = window.devicePixelRatio || 1;
    const row = 28, left = Math.min(170, width * 0.4), right = 60, letters = Math.floor(left / 8);
    const height = labels.length * row + 8;
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.style.height = `${height}px`;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.font = "14px system-ui, sans-serif";
    pen.textBaseline = "middle";
    const most = Math.max(...values);
    labels.forEach((label, place) => {
      const middle = place * row + row / 2 + 4;
      const length = Math.max(2, (width - left - right) * values[place] / most);
      pen.fillStyle = STATES[label] || COLOURS[place % COLOURS.length];
      pen.fillRect(left, middle - 9, length, 18);
      pen.fillStyle = ink;
      pen.textAlign = "right";
      pen.fillText(label.length > letters ? label.slice(0, letters - 1) + "…" : label, left - 10, middle);
      pen.textAlign = "left";
      pen.fillText(values[place].toLocaleString("en"), left + length + 8, middle);
    });
  }

  function drawAll() {
    document.querySelectorAll("canvas[data-chart]").forEach(draw);
  }

  function show(theme) {
    root.dataset.theme = theme;
    drawAll();
  }

  window.addEventListener("resize", drawAll);
  show(window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.getElementById("themeSwitch").addEventListener("click", () => {
    show(root.dataset.theme === "dark" ? "light" : "dark");
  });
})();
