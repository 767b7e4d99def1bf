/*
 * marker.h - where in a template a marker may stand.
 *
 * Auto-escaping knows much and not all: an attribute without quotes, a script's inside, a
 * handler (onclick) are places where no escape helps, or where it is too easily got wrong.
 * There no marker may stand:
 *
 * - {{name}} stands in text, or in an attribute in double quotes whose name is among those
 *   that hold words, numbers or an address; never in <script>, <style> or a comment.  In the
 *   tag itself it stands as a word of its own ("checked"), of which escaping leaves letters,
 *   digits and little else.
 * - Modifiers are three: :pre_escape, which keeps line ends (the usual escape makes each a
 *   space) and must be said in a textarea or a pre; :url_query_escape, which a value in a
 *   query string ("?year={{year:url_query_escape}}") must say; :none, of text alone, and only
 *   {{*_html}}, which has no other.
 * - An include stands in text; there is no {{%...}}, which would turn escaping off.
 */
#ifndef MARKER_H
#define MARKER_H

#ifdef __cplusplus
extern "C" {
#endif

/* NULL, or what is wrong; *at is then where, in that text. */
const char *marker_wrong(const char *text, const char **at);

#ifdef __cplusplus
}
#endif
#endif
