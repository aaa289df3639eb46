/**
 * `npm run docs` writes the reference of the hand-written layer to `docs/reference/typescript`, a page for each source
 * file. `npm run docs:check` fails when the checked-in pages differ. Of the generated code the IDLs are the reference.
 */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Comment, type ProjectReflection } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { differences } from "./differences.ts";
import { createProgram, entry, exportsOf } from "./exports.ts";

const client = fileURLToPath(new URL("../", import.meta.url));
const pages = join(client, "../../docs/reference/typescript");

async function render(folder: string): Promise<void> {
  const files = readdirSync(join(client, "src")).filter((file) => file.endsWith(".ts") && file !== "index.ts");
  const markdown: PluginOptions & { router: string } = {
    router: "module",
    entryFileName: "README",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeDeclarationFormat: "table",
  };
  const app = await Application.bootstrapWithPlugins({
    entryPoints: files.map((file) => join(client, "src", file)),
    tsconfig: join(client, "tsconfig.json"),
    plugin: ["typedoc-plugin-markdown"],
    name: "@scrip/client",
    readme: "none",
    disableSources: true,
    disableGit: true,
    githubPages: false,
    excludeExternals: true,
    logLevel: "Error",
    outputs: [{ name: "markdown", path: folder }],
    ...markdown,
  });
  const project = await app.convert();
  if (!project) {
    throw new Error("the sources do not compile: run `npm run typecheck`");
  }
  leaveExported(project);
  await app.generateOutputs(project);
}

/** What files export to each other alone is no part of the package. */
function leaveExported(project: ProjectReflection): void {
  const exported = new Set(exportsOf(createProgram([entry]), entry).map(({ name }) => name));
  for (const module of [...(project.children ?? [])]) {
    for (const reflection of [...(module.children ?? [])].filter(({ name }) => !exported.has(name))) {
      project.removeReflection(reflection);
    }
    if (module.children?.length) {
      module.comment = new Comment([{ kind: "text", text: headerOf(join(client, "src", `${module.name}.ts`)) }]);
    } else {
      project.removeReflection(module);
    }
  }
}

/** The comment with which the file begins, which says what it is for. */
function headerOf(file: string): string {
  const [, header = ""] = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, "utf8")) ?? [];
  return header.replace(/^ ?\* ?/gm, "").trim();
}

async function main(check: boolean): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), "scrip-docs-"));
  try {
    await render(fresh);
    if (check) {
      const differing = differences(fresh, pages);
      if (differing.length > 0) {
        throw new Error(`docs/reference/typescript is not what the sources say (${differing[0]}): run \`npm run docs\` and commit the result`);
      }
      console.log("docs/reference/typescript is up to date");
    } else {
      rmSync(pages, { recursive: true, force: true });
      cpSync(fresh, pages, { recursive: true });
      console.log("wrote docs/reference/typescript");
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

main(process.argv.includes("--check")).catch((error: unknown) => {
  console.error(`docs: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
