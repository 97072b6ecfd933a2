import htm from 'htm';
import { h } from 'preact';

/** JSX without a build. Values in `${…}` are always text or components, never markup. */
export const html = htm.bind(h);
