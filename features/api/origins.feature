@api
Feature: Which web pages may use the platform
  A page may call the platform from a browser only when its origin is listed. Everybody else's page
  learns nothing.

  @API-047 @blocker @security @requires.database @requires.listed_origin
  Scenario Outline: A page of a listed origin may read an answer, whatever the answer is
    Given Priya runs missions at Acme
    When Priya asks for "<path>" on a page of the listed origin
    Then the answer is <status>
    And the answer lets the listed origin in, with credentials, and varies by origin

    Examples: granted and refused
      | path                  | status |
      | /api/v2/me            | 200    |
      | /api/v2/me?colour=red | 422    |
      | /api/v2/nothing       | 404    |

  @API-047 @blocker @security @requires.database @requires.listed_origin
  Scenario Outline: A page of any other origin may read nothing
    Given Priya runs missions at Acme
    When Priya asks for "/api/v2/me" on a page of <origin>
    Then the answer is 200
    And the answer lets no page of another origin in

    Examples: near misses, too
      | origin                              |
      | an origin that is not listed        |
      | the listed origin with another port |
      | the listed origin with another scheme |
      | the listed origin with something before it |
      | the listed origin with something behind it |
      | the origin null                     |

  @API-048 @critical @security @requires.listed_origin
  Scenario: A listed origin is told beforehand what it may send
    When a browser asks beforehand what a page of the listed origin may send
    Then the answer is 204
    And the answer lets the listed origin in, with credentials, and varies by origin
    And the answer allows the methods GET, POST, PUT, PATCH and DELETE
    And the answer allows these headers
      | header          |
      | Authorization   |
      | Content-Type    |
      | Idempotency-Key |
      | If-Match        |
      | X-CSRF-Token    |
      | X-Request-ID    |
      | X-Tenant        |
    And the header "Access-Control-Max-Age" of the answer is "86400"

  @API-048 @critical @security @requires.listed_origin
  Scenario: Any other origin is refused beforehand
    When a browser asks beforehand what a page of an origin that is not listed may send
    Then the answer is a problem document for 403
    And the answer lets no page of another origin in
