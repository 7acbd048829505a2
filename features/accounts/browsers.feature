@accounts
Feature: Signing in with a browser
  A browser keeps a cookie and sends it along with whatever it asks. So whoever writes has to show
  besides that it was the platform's own page that asked.

  Background:
    Given Nadia has registered the tenant "Harbour North"
    And she has signed in with a browser

  @ACC-007 @ACC-008 @blocker @security
  Scenario: A browser's cookie is enough, until its person signs out
    Then her browser shows her where she is signed in
    When she signs out in her browser
    Then neither her browser's cookie nor its tokens are worth anything
    And her browser is told to forget its cookie
    But her first sign-in is as good as before

  @ACC-007 @critical @security
  Scenario: A cookie is kept from scripts and from other sites
    Then her browser keeps its cookie from scripts and from other sites

  @ACC-030 @blocker @security
  Scenario Outline: A browser writes only from the platform's own pages
    When she changes her name in her browser <how>
    Then <outcome>
    And her name is <name>

    Examples: what shows where it was asked
      | how                           | outcome                       | name         |
      | with its CSRF token           | she succeeds                  | another now  |
      | without a CSRF token          | she is refused as not allowed | as it was    |
      | with another's CSRF token     | she is refused as not allowed | as it was    |

  @ACC-029 @blocker @security
  Scenario: A bad token is not made good by a cookie
    When her browser comes with a token that cannot be read
    Then she is refused as not signed in
    And her browser shows her where she is signed in

  @ACC-029 @critical @security
  Scenario: Where a cookie and a token come together, the token decides who it is
    Given Olga has registered the tenant "Harbour South"
    When Nadia's browser comes with Olga's token
    Then it is Olga who is answered

  @ACC-007 @critical @security @requires.clock
  Scenario Outline: A browser that is not used for an hour is signed out
    When <time> pass in which nobody does anything
    Then her browser's cookie is <worth>

    Examples: just within, and just not
      | time         | worth         |
      | 3590 seconds | good          |
      | 3600 seconds | worth nothing |

  @ACC-007 @critical @security @requires.clock
  Scenario: A browser is signed out after 12 hours, however much it is used
    When she uses her browser every 50 minutes for 700 minutes
    And 19 minutes pass in which nobody does anything
    Then her browser's cookie is good
    When 1 minute passes in which nobody does anything
    Then her browser's cookie is worth nothing
