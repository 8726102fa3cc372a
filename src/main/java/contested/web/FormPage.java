package contested.web;

/** A page with a form. What is wrong with what was typed leaves as a {@code UserFacingException}. */
interface FormPage {

    /** Does what was asked. @return the address where the result is seen, within the portal */
    String submit();
}
