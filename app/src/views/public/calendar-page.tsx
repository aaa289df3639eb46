import { Page } from "../../shell/page.tsx";

export default function CalendarPage() {
  return <Page title="CalendarPage">{null}</Page>;
}
