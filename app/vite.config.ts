import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { idlNotes } from "./server/notes.ts";

export default defineConfig(({ mode }) => ({
  // The page is served from any folder of any host.
  base: "./",
  plugins: [react(), idlNotes()],
  // Takes @scrip/client from its sources, so that no page is built against a stale package.
  resolve: { conditions: ["source", ...defaultClientConditions] },
  // Keys that a page holds itself are for a local network: only its own build has the code for them.
  define: { __LOCALNET__: JSON.stringify(mode === "localnet" || mode === "development") },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
  build: {
    outDir: mode === "localnet" ? "dist/localnet" : "dist/production",
    target: "es2022",
    sourcemap: false,
    // The content security policy allows no inlined data but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
}));
