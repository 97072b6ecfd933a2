/** Version of this pack. Shipped code cannot read package.json; a test compares the two. */
export const PACK_VERSION = '0.1.0';
