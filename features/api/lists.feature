@api
Feature: Lists
  Every list is asked for in pages, shows each record once in an order that stays, and gives exactly
  what was asked for. What cannot be asked for is refused, never ignored.

  Background:
    Given Ada is an administrator at Acme

  @API-006 @critical @integration @requires.database
  Scenario: A list in pages shows each record exactly once
    Given Acme has 30 people
    Then Ada finds each of the 30 people once, in pages of 10
    And she finds each of the 30 people once, in pages of 7

  @API-007 @normal @integration @requires.database
  Scenario Outline: A page may lie beyond the end
    Given Acme has 30 people
    When Ada lists the people with offset "<offset>"
    Then <shown> of 30 people are shown

    Examples: the last record, the end, and far beyond
      | offset     | shown |
      | 29         | 1     |
      | 30         | 0     |
      | 2147483648 | 0     |

  @API-007 @normal @contract @requires.database
  Scenario Outline: A page has 1 to 100 records
    Given Acme has 30 people
    When Ada lists the people with limit "<limit>"
    Then <shown> of 30 people are shown

    Examples: both ends
      | limit | shown |
      | 1     | 1     |
      | 100   | 30    |

  @API-007 @normal @contract @requires.database
  Scenario Outline: A page that cannot be is refused
    When Ada lists the people with <what> "<value>"
    Then she is refused as incomplete, since <what> is <fault>

    Examples: what cannot be
      | what   | value      | fault             |
      | offset | -1         | out of range      |
      | offset | ten        | of the wrong kind |
      | offset | 2147483649 | out of range      |
      | limit  | 0          | out of range      |
      | limit  | 101        | out of range      |
      | limit  | 1.5        | of the wrong kind |
      | limit  | ten        | of the wrong kind |

  @API-008 @API-009 @API-010 @critical @integration @requires.database
  Scenario: Filters give exactly what fits all of them
    Given these people belong to Acme
      | name       | role       | status      | site       |
      | Wanda Weir | worker     | active      | North Pier |
      | Dirk Dunn  | worker     | deactivated | North Pier |
      | Inge Ives  | sales      | active      | North Pier |
      | Oskar Oakes | worker    | active      | South Pier |
      | Lars Lunde | supervisor | active      |            |
    Then asking Ada's list of people gives
      | asked for                                          | found                                                   |
      | site North Pier                                    | Wanda Weir, Dirk Dunn, Inge Ives                        |
      | site South Pier                                    | Oskar Oakes                                             |
      | site North Pier, status active                     | Wanda Weir, Inge Ives                                   |
      | site North Pier, status active, role worker        | Wanda Weir                                              |
      | site South Pier, status deactivated                |                                                         |
      | role worker                                        | Wanda Weir, Dirk Dunn, Oskar Oakes                      |
      | q w                                                | Wanda Weir                                              |
    When Ada lists the people with status "deactivated,invited"
    Then 1 of 1 people are shown
    When Ada lists the people with role "worker,sales,supervisor"
    Then 5 of 5 people are shown

  @API-011 @critical @contract @requires.database
  Scenario: A list stays in its order, the newest first
    Given Acme has 30 people
    Then Ada finds the people newest first, in the same order each time

  @API-011 @API-012 @normal @contract @requires.database
  Scenario Outline: What a list does not know is refused, never ignored
    When Ada lists the people with <what> "<value>"
    Then she is refused as incomplete, since <what> is <fault>

    Examples: unknown fields and values
      | what     | value            | fault          |
      | sort     | full_name        | no field of it |
      | colour   | blue             | no field of it |
      | statuses | active           | no field of it |
      | status   | asleep           | not allowed    |
      | status   | active,asleep    | not allowed    |
      | status   | ACTIVE           | not allowed    |
      | role     | captain          | not allowed    |
