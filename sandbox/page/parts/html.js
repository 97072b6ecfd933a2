import htm from 'htm';
import { h } from 'preact';

/** JSX without a build: what stands in `${…}` is always text or a component, never markup. */
export const html = htm.bind(h);
