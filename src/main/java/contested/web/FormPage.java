package contested.web;

import org.jspecify.annotations.Nullable;

/** A page with a form. What is wrong with what was typed leaves as a {@code UserFacingException}. */
interface FormPage {

    /**
     * Does what was asked.
     *
     * @return the address where the result is seen, within the portal; null where this page is shown again, as after a
     *     preview
     */
    @Nullable
    String submit();
}
