@api
Feature: Harmful words in projects and analyses
  What would do harm in a database, a page, a path or a header is a text like any other, or no name
  at all.

  @API-051 @critical @security @requires.database
  Scenario Outline: What is meant as an attack is text in a project and all under it
    Given Priya runs missions at Acme
    And what Globex has is noted
    When Priya adds a project, a technology and an analysis, of which every text is this
      """
      <text>
      """
    Then each of them reads back with this text, unchanged
    And no repository has this name, no file this type, and no export this format
    And what Globex has is as it was

    Examples: for databases, pages, paths, headers and templates
      | text                                      |
      | '; DROP TABLE projects; --                |
      | ' OR '1'='1                               |
      | x'); DELETE FROM people WHERE ('1'='1     |
      | <script>alert(document.cookie)</script>   |
      | "><img src=x onerror=alert(1)>            |
      | ../../../../etc/passwd                    |
      | %0d%0aSet-Cookie: session=evil            |
      | {{7*7}} ${7*7} #{7*7} <%= 7*7 %>          |
      | () { :; }; /bin/sh -c 'id'                |
      | =HYPERLINK("http://pages.example","here") |
