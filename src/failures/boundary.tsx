// The error boundary that the three sizes are built on: catches what is thrown below it, shows something else, and can begin anew.
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';

/** What was caught, and the way back. */
export type Crash = {
  readonly error: unknown;
  /** Renders the children once more. */
  readonly reset: () => void;
  /** How often `reset` was called before this one was caught. */
  readonly resets: number;
};

/** Props of {@link Boundary}. */
export type BoundaryProps = {
  readonly children: ReactNode;
  readonly fallback: (crash: Crash) => ReactNode;
  /** Called before the children are rendered once more. */
  readonly onReset?: (() => void) | undefined;
  /** A new value begins anew by itself: what is shown is something else by then. */
  readonly resetKey?: string | number | undefined;
};

type BoundaryState = {
  readonly caught: { readonly error: unknown } | null;
  readonly resets: number;
  readonly resetKey: BoundaryProps['resetKey'];
};

/** Catches errors of rendering and of effects below it. Not those of event handlers and promises: React does not. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { caught: null, resets: 0, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { caught: { error } };
  }

  static getDerivedStateFromProps(
    { resetKey }: BoundaryProps,
    state: BoundaryState,
  ): Partial<BoundaryState> | null {
    return resetKey === state.resetKey ? null : { resetKey, caught: null };
  }

  private readonly reset = () => {
    this.props.onReset?.();
    this.setState(({ resets }) => ({ caught: null, resets: resets + 1 }));
  };

  override render() {
    const { caught, resets } = this.state;
    return caught === null
      ? this.props.children
      : this.props.fallback({ error: caught.error, reset: this.reset, resets });
  }
}

/**
 * For `onCaughtError` of `createRoot`. A caught error is on screen with its evidence, so it is not printed as well; errors that
 * nothing catches still are.
 */
export function reportCaught(_error: unknown, _info: ErrorInfo | object): void {
  // Deliberately nothing.
}
