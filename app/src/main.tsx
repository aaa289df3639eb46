/** Where the page begins: the configuration is read, and the console or the reason why there is none is shown. */
import { createRoot } from "react-dom/client";
import "./ui/tokens.css";
import "./ui/base.css";
import { App } from "./app.tsx";
import { loadConfig } from "./load-config.ts";
import { NotConfigured } from "./not-configured.tsx";
import { applyTheme } from "./shell/theme.ts";

applyTheme();
const element = document.getElementById("root");
if (element) {
  const root = createRoot(element);
  try {
    const config = await loadConfig();
    if (__LOCALNET__ && config.cluster === "localnet" && config.wallets?.length) {
      const { registerBurner } = await import("./wallet/burner.ts");
      await registerBurner(config.wallets);
    }
    root.render(<App config={config} />);
  } catch (error) {
    root.render(<NotConfigured error={error} />);
  }
}
