/**
 * Sources, their paragraphs and fingerprints, and the installing of documents. Imports shared only.
 */
@NullMarked
package contested.source;

import org.jspecify.annotations.NullMarked;
