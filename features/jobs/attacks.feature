@jobs
Feature: Harmful words in jobs
  What would do harm in a database, a page, a path or a header is a text like any other, or no word that
  is taken at all.

  @API-051 @critical @security @requires.database
  Scenario Outline: What is meant as an attack is text in a job and in all that is said of it
    Given Priya runs missions at Acme
    And what Globex has is noted
    When Priya makes a job of which every text is this
      """
      <text>
      """
    Then the job reads back with this text, unchanged, and is found by it
    And no job of Priya's has this type, this runner or this state, or is of this project
    And what Globex has is as it was

    Examples: for databases, pages, paths, headers and templates
      | text                                      |
      | '; DROP TABLE jobs; --                    |
      | ' OR '1'='1                               |
      | x'); TRUNCATE people CASCADE; --         |
      | <script>alert(document.cookie)</script>   |
      | "><img src=x onerror=alert(1)>            |
      | ../../../../etc/passwd                    |
      | %0d%0aSet-Cookie: session=evil            |
      | {{7*7}} ${7*7} #{7*7} <%= 7*7 %>          |
      | () { :; }; /bin/sh -c 'id'                |
      | =HYPERLINK("http://pages.example","here") |
