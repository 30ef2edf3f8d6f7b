// No page needs JavaScript yet, and none loads this. A screen that does will hydrate here.
export {};
