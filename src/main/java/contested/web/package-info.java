/**
 * The pages: one small bean a page, the table of addresses, languages, kept pages, error answers. May import every room;
 * nothing imports it.
 */
@NullMarked
package contested.web;

import org.jspecify.annotations.NullMarked;
