/** What is approved; after the seeding root every commit is a merge of one approved draft. */
export const mainRef = 'refs/heads/main';

/** Publish commits; the tip's tree is what the public site shows. */
export const liveRef = 'refs/heads/studio/live';

/** When the site is to follow main by itself: the last act says whether, and when. */
export const scheduleRef = 'refs/heads/studio/schedule';

/** What readers say is wrong in the guides, and what became of it. */
export const reportsRef = 'refs/heads/studio/reports';

/** Below it, one branch a draft. */
export const draftPrefix = 'refs/heads/draft/';
