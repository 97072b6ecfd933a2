/** The version of this pack: shipped code cannot read package.json. A test compares the two. */
export const PACK_VERSION = '0.1.0';
