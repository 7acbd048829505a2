// What of Allure makes the page. Its index, and the configuration's way to plugins, would load every plugin there is.
export { resolveConfig } from "@allurereport/core/dist/config.js";
export { AllureReport } from "@allurereport/core/dist/report.js";
export { default as AwesomePlugin } from "@allurereport/plugin-awesome";
