@api
Feature: Two generations of the interface
  The second generation is current. Of the first only what older programs cannot do without is
  left: it answers as the second does, and says where that is.

  Background:
    Given Ada is an administrator at Acme

  @API-019 @critical @contract @requires.database
  Scenario Outline: The people of the first generation are deprecated, and say what comes after
    When Ada asks for "<path>"
    Then the answer is <status>
    And the header "Deprecation" of the answer is "@1762473600"
    And the header "Link" of the answer is '</api/v2/people>; rel="successor-version"'

    Examples: the list, and one of it
      | path                    | status |
      | /api/v1/people          | 200    |
      | /api/v1/people?limit=1  | 200    |
      | /api/v1/people/nobody   | 404    |

  @API-020 @normal @contract @requires.database
  Scenario Outline: The lists of the second generation are not deprecated
    When Ada asks for "/api/v2/<list>?limit=1"
    Then the answer is 200
    And in the answer "limit" is
      """
      1
      """
    And in the answer "offset" is
      """
      0
      """
    And the answer carries no "Deprecation"
    And the answer carries no "Link"

    Examples: people, and what they work with
      | list    |
      | people  |
      | devices |

  @API-021 @critical @contract @requires.database
  Scenario: Somebody is the same in both generations
    Given these people belong to Acme
      | name       | role   | status      | site      |
      | Wanda Weir | worker | active      | North Pier |
      | Dirk Dunn  | sales  | deactivated |           |
    Then Ada finds the same people in both generations

  @API-022 @normal @contract @requires.database
  Scenario Outline: What is no longer offered of the first generation does not exist
    When Ada asks for "<path>"
    Then the answer is a problem document for 404

    Examples: what the second generation has
      | path                     |
      | /api/v1                  |
      | /api/v1/me               |
      | /api/v1/roles            |
      | /api/v1/tenant           |
      | /api/v1/sites            |
      | /api/v1/missions         |
      | /api/v1/knowledge/rules  |
      | /api/v1/people/1/2       |

  @API-022 @normal @contract
  Scenario: Signing in is still done in the first generation
    Given Nadia has registered the tenant "Harbour North"
    When she signs in
    And she renews her sign-in
    Then she is signed in as the administrator of "Harbour North"
    When she signs out
    Then neither her new access token nor her new refresh token is worth anything
