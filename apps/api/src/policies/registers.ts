import type { Rule } from './authorize.js';

/** Topics: their names, their order, and whether they can be chosen. */
export const keepTopics: Rule<null> = (actor) => actor.roles.has('administrator');

/** What abbreviations mean. */
export const keepGlossary: Rule<null> = (actor) => actor.roles.has('editor') || actor.roles.has('administrator');

/** Days off and days worked. */
export const keepCalendar: Rule<null> = (actor) => actor.roles.has('administrator');
