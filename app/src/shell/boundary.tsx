/** Around the views: one that cannot be shown does not take the rest of the page with it. */
import { Component, type ReactNode } from "react";
import { Button, Notice } from "../ui/controls.tsx";

interface BoundaryProps {
  /** The view's address: another one gets a new chance. */
  readonly at: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error?: unknown;
  readonly at: string;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { at: this.props.at };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps({ at }: BoundaryProps, state: BoundaryState): BoundaryState {
    return at === state.at ? state : { at };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) {
      return this.props.children;
    }
    return (
      <Notice tone="bad" live title="This view could not be shown">
        <p>{wordsFor(this.state.error)}</p>
        <p>
          <Button onClick={() => location.reload()}>Load the page again</Button>
        </p>
      </Notice>
    );
  }
}

/** Views are files of their own, which are fetched when they are opened. */
function wordsFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /import|fetch|preload/i.test(message) ? "Its file could not be fetched from where this page came from: is there a connection?" : message;
}
