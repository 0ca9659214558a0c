import sanitizeHtml from 'sanitize-html';
import { ATTRIBUTES, ELEMENTS } from './policy.js';

// sanitize-html mixes up closing tags when a tag is renamed to one that is not allowed: a harmless one replaces it.
const REPLACED = { tagName: 'span', attribs: {} };

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ELEMENTS.keys()],
  allowedAttributes: ATTRIBUTES,
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  enforceHtmlBoundary: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 200,
  transformTags: {
    '*': (tagName, given) => {
      const keep = ELEMENTS.get(tagName);
      if (!keep) return { tagName, attribs: {} };
      const attribs = keep(given);
      return attribs ? { tagName, attribs } : REPLACED;
    },
  },
};

// Leaving a forbidden element out can make a parser close its neighbours earlier, so one pass may not be the last.
const MOST_PASSES = 5;

/** One pass, for what our own renderer wrote: that is well nested already, and the specs hold that a second changes nothing. */
export function sanitiseRendered(html: string): string {
  return sanitizeHtml(html, OPTIONS);
}

/**
 * HTML with nothing but the allow-list left: the second wall behind `render`, which never writes anything else.
 * Running it again changes nothing; what does not come to rest in five passes is dropped whole. Never throws.
 */
export function sanitise(html: string): string {
  let before = html;
  for (let pass = 0; pass <= MOST_PASSES; pass++) {
    const after = sanitiseRendered(before);
    if (after === before) return after;
    before = after;
  }
  return '';
}
