import { Page } from "../../shell/page.tsx";

export default function HolderPage() {
  return <Page title="HolderPage">{null}</Page>;
}
