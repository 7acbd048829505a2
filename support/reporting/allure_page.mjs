// Makes the page of a folder of Allure results: what `allure generate` does, without loading Allure's other commands.
// It is started while the scenarios run, and loads what it needs meanwhile; then it is told on one line of its input
// where the results are, and with which configuration: {"results": …, "configuration": …}. Its input's end ends it.
// It works in a folder of its own.
import { AllureReport, readConfig } from "@allurereport/core";
import { mkdirSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";

async function make({ results, configuration }) {
  const report = new AllureReport(await readConfig(process.cwd(), configuration));
  await report.start();
  await report.readDirectory(results);
  await report.done();
}

// Allure loads the rest when it makes a page, and the first takes twice as long as another: so one of nothing is the first.
mkdirSync("nothing");
writeFileSync("nothing.json", JSON.stringify({ output: "page-of-nothing", plugins: { awesome: { options: { singleFile: true } } } }));
await make({ results: "nothing", configuration: "nothing.json" });

for await (const line of createInterface({ input: process.stdin })) await make(JSON.parse(line));
