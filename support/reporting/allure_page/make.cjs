// Makes the page of a folder of Allure results: what `allure generate` does, without loading Allure's other commands.
// It is started while the scenarios run, and loads what it needs meanwhile; then it is told on one line of its input
// where the results are, where the page goes, and how it is to be: {"results": …, "output": …, "configuration": …,
// "options": …}, the last for the page itself. Its input's end ends it, and its last word is "made". It works in a folder
// of its own.
const { mkdirSync, writeSync } = require("node:fs");
const { createInterface } = require("node:readline");

async function make({ AllureReport, AwesomePlugin, resolveConfig }, { results, output, configuration, options }) {
  const whole = await resolveConfig({ ...configuration, output }, { plugins: {} });
  const page = { id: "awesome", enabled: true, options, plugin: new AwesomePlugin(options) };
  const report = new AllureReport({ ...whole, plugins: [page] });
  await report.start();
  await report.readDirectory(results);
  await report.done();
}

async function main() {
  const allure = require("../../../node_modules/.muster/allure.cjs");
  // The first page takes twice as long as another: so one of nothing is the first.
  mkdirSync("nothing");
  await make(allure, { results: "nothing", output: "page-of-nothing", configuration: {}, options: { singleFile: true } });
  for await (const line of createInterface({ input: process.stdin })) await make(allure, JSON.parse(line));
  writeSync(1, "made\n");
  process.kill(process.pid, "SIGKILL"); // to tidy up would take Node half as long as the page of a few scenarios
}

main().catch((fault) => {
  // Node would show the line, too, and those of the bundle are a megabyte long.
  console.log(fault.stack.split("\n", 5).join("\n"));
  process.exitCode = 1;
});
