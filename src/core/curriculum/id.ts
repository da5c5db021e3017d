/** How phases, steps, topics, outcomes and questions are named: `git-snapshots`. Never changes. */
export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export const longestId = 64;
