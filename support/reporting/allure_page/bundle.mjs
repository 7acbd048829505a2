// Puts what makes the page into one file, node_modules/.muster/allure.cjs: from its 300 files Node loads it three times as
// slowly as from one. `npm ci` runs it, so that file and packages belong together.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const packages = resolve(here, "../../../node_modules");
const place = join(packages, ".muster/allure.cjs");

// Allure looks for files that lie beside its own: each of these is told where it stood.
const whereItStood = {
  name: "where it stood",
  setup(bundling) {
    bundling.onLoad({ filter: /@allurereport.*\.js$/ }, async ({ path }) => {
      const url = `whereStood(${JSON.stringify(relative(dirname(place), path))})`;
      return { contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", url) };
    });
  },
};

// The package shows its index alone; of its files only two are needed.
const filesOfCore = {
  name: "files of @allurereport/core",
  setup(bundling) {
    bundling.onResolve({ filter: /^@allurereport\/core\/dist\// }, ({ path }) => ({ path: join(packages, path) }));
  },
};

await build({
  entryPoints: [join(here, "allure.mjs")],
  outfile: place,
  bundle: true,
  platform: "node",
  target: "node18",
  format: "cjs",
  banner: { js: "const whereStood = (path) => require('url').pathToFileURL(require('path').join(__dirname, path)).href;" },
  minifyWhitespace: true,
  minifySyntax: true,
  alias: { axios: join(here, "no_network.mjs") },
  plugins: [filesOfCore, whereItStood],
  logLevel: "error",
});
