/** What the package exports, as the compiler sees it: names, and the examples in their comments. */
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** Of the hand-written layer. */
export const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));

export function createProgram(files: readonly string[]): ts.Program {
  return ts.createProgram(files, {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    customConditions: ["source"],
    allowImportingTsExtensions: true,
    noEmit: true,
  });
}

export interface Export {
  readonly name: string;
  readonly isType: boolean;
  /** The code of its examples; of a namespace of generated code `undefined`. */
  readonly examples?: readonly string[];
}

export function exportsOf(program: ts.Program, file: string): readonly Export[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) {
    throw new Error(`${file} exports nothing`);
  }
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isType = !(symbol.flags & ts.SymbolFlags.Value);
    const isNamespace = Boolean(symbol.flags & ts.SymbolFlags.ValueModule);
    return { name: exported.name, isType, examples: isNamespace ? undefined : examplesOf(symbol, checker) };
  });
}

function examplesOf(symbol: ts.Symbol, checker: ts.TypeChecker): readonly string[] {
  const tags = symbol.getJsDocTags(checker).filter(({ name }) => name === "example");
  return tags.flatMap(({ text }) => {
    const [, code] = /```ts\n([\s\S]*?)\n```/.exec(ts.displayPartsToString(text)) ?? [];
    return code ? [code] : [];
  });
}
