// Makes the page of a folder of Allure results: what `allure generate` does, without loading Allure's other commands.
// It is started while the scenarios run, and loads what it needs meanwhile; then it is told on one line of its input
// where the results are, and with which configuration: {"results": …, "configuration": …}. Its input's end ends it.
import { AllureReport, readConfig } from "@allurereport/core";
import { createInterface } from "node:readline/promises";

await import("@allurereport/plugin-awesome"); // Allure would load its page only when it is asked for it

for await (const line of createInterface({ input: process.stdin })) {
  const { results, configuration } = JSON.parse(line);
  const report = new AllureReport(await readConfig(process.cwd(), configuration));
  await report.start();
  await report.readDirectory(results);
  await report.done();
}
