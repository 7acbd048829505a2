"""Work with approval, permit, checklist and vendor."""
